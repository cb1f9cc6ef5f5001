"""The one-click page of the demo."""

from django.urls import path

from supportroom.demo import views

app_name = "demo"
urlpatterns = [path("demo/", views.enter, name="enter")]

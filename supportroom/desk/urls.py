"""The desk's address."""

from django.urls import path

from supportroom.desk import views

app_name = "desk"
urlpatterns = [path("desk/", views.show, name="show")]

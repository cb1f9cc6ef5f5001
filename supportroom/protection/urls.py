"""The address of what is kept."""

from django.urls import path

from supportroom.protection import views

app_name = "protection"
urlpatterns = [path("kept/", views.kept_show, name="kept")]

"""The product's addresses, and the bare list before them."""

from django.urls import path

from benchmarks.bare import bare_list
from supportroom.config.urls import (
    handler400,  # noqa: F401
    handler403,  # noqa: F401
    handler404,  # noqa: F401
    handler500,  # noqa: F401
)
from supportroom.config.urls import urlpatterns as of_the_product

urlpatterns = [path("bare/<id:session_id>/", bare_list), *of_the_product]

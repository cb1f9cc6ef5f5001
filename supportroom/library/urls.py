"""Addresses."""

from django.urls import path

from supportroom.library.views import exporting, files, importing, notes, sources

app_name = "library"
urlpatterns = [
    path("groups/<id:working_group_id>/library/", sources.source_list, name="source_list"),
    path("groups/<id:working_group_id>/library/new/", sources.source_add, name="source_add"),
    path("groups/<id:working_group_id>/library/import/", importing.source_import, name="source_import"),
    path("groups/<id:working_group_id>/library/bibliography/", exporting.bibliography_show, name="bibliography"),
    path("groups/<id:working_group_id>/library/references.<str:kind>", exporting.source_export, name="source_export"),
    path("sources/<id:source_id>/", sources.source_detail, name="source_detail"),
    path("sources/<id:source_id>/edit/", sources.source_edit, name="source_edit"),
    path("sources/<id:source_id>/remove/", sources.source_remove, name="source_remove"),
    path("sources/<id:source_id>/restore/", sources.source_restore, name="source_restore"),
    path("sources/<id:source_id>/file/", files.source_file, name="source_file"),
    path("sources/<id:source_id>/file/attach/", files.file_attach, name="file_attach"),
    path("sources/<id:source_id>/file/take-off/", files.file_take_off, name="file_take_off"),
    path("sources/<id:source_id>/notes/", notes.note_add, name="note_add"),
    path("source-notes/<id:source_note_id>/edit/", notes.note_edit, name="note_edit"),
    path("source-notes/<id:source_note_id>/remove/", notes.note_remove, name="note_remove"),
]

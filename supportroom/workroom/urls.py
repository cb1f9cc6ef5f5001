"""Addresses of a group's workroom."""

from django.urls import path

from supportroom.workroom.views import posts, threads

app_name = "workroom"
GROUP, THREAD, POST = "groups/<id:working_group_id>/", "threads/<id:thread_id>/", "posts/<id:post_id>/"
urlpatterns = [
    path(GROUP + "discussion/", threads.thread_list, name="thread_list"),
    path(GROUP + "discussion/new/", threads.thread_add, name="thread_add"),
    path(GROUP + "discussion/general/", posts.general, name="general_thread"),
    path("sources/<id:source_id>/discussion/", posts.about_source, name="source_thread"),
    path(THREAD, posts.thread_detail, name="thread_detail"),
    path(THREAD + "title/", threads.thread_edit, name="thread_edit"),
    path(THREAD + "more/", posts.thread_more, name="thread_more"),
    path(THREAD + "seen/", posts.thread_seen, name="thread_seen"),
    path(POST, posts.post_detail, name="post_detail"),
    path(POST + "edit/", posts.post_edit, name="post_edit"),
    path(POST + "remove/", posts.post_remove, name="post_remove"),
    path("attachments/<id:attachment_id>/", posts.attachment_detail, name="attachment_detail"),
]

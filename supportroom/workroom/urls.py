"""Addresses of a group's workroom."""

from django.urls import path

from supportroom.workroom.views import meetings, posts, tasks, threads

app_name = "workroom"
GROUP, THREAD, POST = "groups/<id:working_group_id>/", "threads/<id:thread_id>/", "posts/<id:post_id>/"
TASK, MEETING = "tasks/<id:task_id>/", "meetings/<id:meeting_id>/"
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
    path(GROUP + "tasks/new/", tasks.task_add, name="task_add"),
    path(TASK + "edit/", tasks.task_edit, name="task_edit"),
    path(TASK + "finish/", tasks.task_finish, name="task_finish"),
    path(TASK + "reopen/", tasks.task_reopen, name="task_reopen"),
    path(TASK + "remove/", tasks.task_remove, name="task_remove"),
    path(GROUP + "meetings/", meetings.meeting_list, name="meeting_list"),
    path(GROUP + "meetings/new/", meetings.meeting_add, name="meeting_add"),
    path(MEETING, meetings.meeting_detail, name="meeting_detail"),
    path(MEETING + "edit/", meetings.meeting_edit, name="meeting_edit"),
    path(MEETING + "answer/", meetings.meeting_answer, name="meeting_answer"),
    path(MEETING + "set/", meetings.meeting_set, name="meeting_set"),
    path(MEETING + "call-off/", meetings.meeting_call_off, name="meeting_call_off"),
    path(MEETING + "minutes/", meetings.minutes_edit, name="minutes_edit"),
    path(MEETING + "meeting.ics", meetings.meeting_calendar, name="meeting_calendar"),
]

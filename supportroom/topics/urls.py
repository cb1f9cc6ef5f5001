"""Addresses."""

from django.urls import path

from supportroom.topics.views import calls, discussing, framework, settling, topics

app_name = "topics"
urlpatterns = [
    path("rounds/<id:round_id>/topics/", topics.topic_list, name="topic_list"),
    path("rounds/<id:round_id>/topics/new/", topics.topic_add, name="topic_add"),
    path("rounds/<id:round_id>/topics/call/", calls.call_edit, name="call_edit"),
    path("rounds/<id:round_id>/topics/call/end/", calls.call_close, name="call_close"),
    path("rounds/<id:round_id>/topics/call/count/", calls.call_count, name="call_count"),
    path("topics/<id:topic_id>/", topics.topic_detail, name="topic_detail"),
    path("topics/<id:topic_id>/edit/", topics.topic_edit, name="topic_edit"),
    path("topics/<id:topic_id>/translate/", topics.topic_translate, name="topic_translate"),
    path("topics/<id:topic_id>/support/", discussing.topic_support, name="topic_support"),
    path("topics/<id:topic_id>/take-mark-back/", discussing.mark_take_back, name="mark_take_back"),
    path("topics/<id:topic_id>/remarks/", discussing.remark_add, name="remark_add"),
    path("remarks/<id:remark_id>/remove/", discussing.remark_remove, name="remark_remove"),
    path("topics/<id:topic_id>/withdraw/", settling.topic_withdraw, name="topic_withdraw"),
    path("topics/<id:topic_id>/put-on-agenda/", settling.topic_to_agenda, name="topic_to_agenda"),
    path("topics/<id:topic_id>/move/", settling.topic_move, name="topic_move"),
    path("topics/<id:topic_id>/defer/", settling.topic_defer, name="topic_defer"),
    path("topics/<id:topic_id>/merge/", settling.topic_merge, name="topic_merge"),
    path("topics/<id:topic_id>/contact/", settling.topic_contact, name="topic_contact"),
    path("topics/<id:topic_id>/points/", framework.point_add, name="point_add"),
    path("discussion-points/<id:discussion_point_id>/edit/", framework.point_edit, name="point_edit"),
    path("discussion-points/<id:discussion_point_id>/settle/", framework.point_settle, name="point_settle"),
    path("discussion-points/<id:discussion_point_id>/remove/", framework.point_remove, name="point_remove"),
    path("topics/<id:topic_id>/reading/", framework.reading_add, name="reading_add"),
    path("reading/<id:reading_id>/remove/", framework.reading_remove, name="reading_remove"),
    path("topics/<id:topic_id>/links/", framework.link_add, name="link_add"),
    path("topic-links/<id:topic_link_id>/remove/", framework.link_remove, name="link_remove"),
]

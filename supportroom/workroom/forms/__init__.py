"""Forms of the workroom: they parse to the plain values that the actions take."""

from supportroom.workroom.forms.discussion import AmendForm, PostForm, SearchForm, ThreadForm, quotable
from supportroom.workroom.forms.meetings import (
    AnswerForm,
    MeetingForm,
    MinutesForm,
    ProposeForm,
    TimeForm,
)
from supportroom.workroom.forms.tasks import TaskForm

__all__ = [
    "AmendForm",
    "AnswerForm",
    "MeetingForm",
    "MinutesForm",
    "PostForm",
    "ProposeForm",
    "SearchForm",
    "TaskForm",
    "ThreadForm",
    "TimeForm",
    "quotable",
]

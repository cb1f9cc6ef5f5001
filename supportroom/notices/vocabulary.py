"""Categories, channels, paces, states of a mail, what a notice says, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

INVITATIONS, SECURITY, PROGRAMME, TOPICS, ROUNDS, TEXTS, TEAM_WORK = (
    "invitations",
    "security",
    "programme",
    "topics",
    "rounds",
    "texts",
    "team_work",
)
REVIEWS, NEEDED, GROUPS, PAPERS, COMMENTS = "reviews", "needed", "groups", "papers", "comments"
CATEGORIES = {
    INVITATIONS: _("Invitations and answers to your questions"),
    SECURITY: _("Your account"),
    REVIEWS: _("Papers that wait for the office's review"),
    NEEDED: _("Working groups: what needs you (mentions, tasks, meetings)"),
    PROGRAMME: _("The programme and its changes"),
    TOPICS: _("Topics"),
    ROUNDS: _("Rounds and sessions"),
    GROUPS: _("Working groups: calls, appointments, discussion"),
    PAPERS: _("Papers: comment windows, members' checks, publication"),
    COMMENTS: _("Answers to your comments"),
    TEXTS: _("Statements and reports"),
    TEAM_WORK: _("Work of the team: answers, requests, questions"),
}
ALWAYS_AT_ONCE = (INVITATIONS, SECURITY, REVIEWS)
FOR_THE_TEAM = (TEAM_WORK,)
FOR_THE_OFFICE = (REVIEWS,)
MAIL, APP = "mail", "app"
CHANNELS = {MAIL: _("by mail"), APP: _("in the room")}
NONE, AT_ONCE, DAILY, WEEKLY = "none", "at_once", "daily", "weekly"
PACES = {
    NONE: pgettext_lazy("pace", "none"),
    AT_ONCE: pgettext_lazy("pace", "at once"),
    DAILY: pgettext_lazy("pace", "daily"),
    WEEKLY: pgettext_lazy("pace", "weekly"),
}
USUAL_BY_MAIL = {
    INVITATIONS: AT_ONCE,
    SECURITY: AT_ONCE,
    REVIEWS: AT_ONCE,
    NEEDED: AT_ONCE,
    PROGRAMME: AT_ONCE,
    TOPICS: WEEKLY,
    ROUNDS: AT_ONCE,
    GROUPS: DAILY,
    PAPERS: AT_ONCE,
    COMMENTS: DAILY,
    TEXTS: DAILY,
    TEAM_WORK: DAILY,
}
WAITING, SENT, FAILED = "waiting", "sent", "failed"
MAIL_STATES = {
    WAITING: pgettext_lazy("mail", "waiting"),
    SENT: pgettext_lazy("mail", "sent"),
    FAILED: pgettext_lazy("mail", "given up"),
}
NO_SERVER, PUT_OFF, SENDER_REFUSED, ADDRESS_REFUSED, NO_ADDRESS, FAULT = (
    "no_server",
    "put_off",
    "sender",
    "address",
    "no_address",
    "fault",
)
TROUBLES = {
    NO_SERVER: _("the mail server did not answer"),
    PUT_OFF: _("the mail server put it off"),
    SENDER_REFUSED: _("the mail server refuses mails from this room"),
    ADDRESS_REFUSED: _("the address was refused"),
    NO_ADDRESS: _("the person has no address here any more"),
    FAULT: _("it could not be written"),
}
SENTENCES = {
    "topics.open_call": _("Topics are called for"),
    "topics.put_on_agenda": _("A topic of yours, or one that you follow, is on the agenda"),
    "topics.defer_topic": _("A topic of yours, or one that you follow, was deferred; the reason stands there"),
    "topics.merge_topic": _("A topic of yours, or one that you follow, was merged into another"),
    "topics.remark": _("Somebody wrote in the discussion of a topic that you follow"),
    "topics.settle_point": _("It was settled what becomes of a discussion point"),
    "topics.name_contact": _("You were named as contact person of a topic"),
    "programme.publish_programme": _("The programme was published, or changed"),
    "selection.open_registration": _("You can register for a round"),
    "invitations.send_invitations": _("You are invited"),
    "invitations.remind": _("Your answer to an invitation is awaited"),
    "invitations.withdraw_invitation": _("An invitation was taken back"),
    "invitations.settle_request": _("It was settled what can be arranged for you"),
    "invitations.refuse_substitute": _("Your proposal of a substitute was answered"),
    "invitations.extend_term": _("The term for answers was moved to later"),
    "invitations.accept": _("Somebody accepted an invitation"),
    "invitations.decline": _("Somebody declined an invitation"),
    "invitations.propose_substitute": _("Somebody proposes a substitute"),
    "invitations.ask_question": _("Somebody invited asks a question"),
    "invitations.asked_you": _("You are asked a question as contact person"),
    "invitations.begin_joint_decline": _("A joint statement declines an invitation"),
    "invitations.join_decline": _("Somebody joined a statement that declines an invitation"),
    "invitations.answer_question": _("A question of those invited was answered"),
    "rounds.start_round": _("The round began"),
    "rounds.open_session": _("A session is open"),
    "statements.deliver_statement": _("A statement was delivered"),
    "statements.record_reply": _("A reply to a statement came"),
    "statements.adopt_report": _("The report was adopted"),
    "site.publish_report": _("The report was published"),
    "groups.call_group": _("A working group was called for"),
    "groups.open_group": _("A working group was opened: you can stand for it"),
    "groups.appoint": _("You were appointed to a working group"),
    "groups.passed_over": _("A working group for which you stood was appointed without you; the reasons stand there"),
    "groups.appointed": _("A working group that you follow was appointed"),
    "groups.take_candidates": _("Candidates for a working group are taken again, or for longer"),
    "groups.turn_down_group": _("A working group that was called for is not opened; the reason stands there"),
    "groups.give_up_group": _("A working group that looked for candidates was given up; the reason stands there"),
    "groups.ask_members": _("Say whether a working group should be opened"),
    "groups.replace": _("A vacant seat of a working group was filled"),
    "groups.resign": _("Somebody gave up their seat in a working group"),
    "groups.close_group": _("A working group was closed"),
    "workroom.mentioned": _("Somebody speaks to you in a working group's discussion"),
    "workroom.write_post": _("Somebody wrote in your working group's discussion"),
    "workroom.propose_meeting": _("Times for a meeting were proposed: say when you can come"),
    "workroom.set_meeting": _("A meeting of a working group was set, or moved"),
    "workroom.call_off_meeting": _("A meeting of a working group was called off"),
    "workroom.add_task": _("You were given a task in your working group"),
    "comments.announce_window": _("A paper is open to your comments"),
    "comments.remind_window": _("A comment window closes within two days"),
    "comments.close_window": _("A comment window is closed; the group answers every comment"),
    "comments.answer_comments": _("Your comment was answered: say whether you are satisfied"),
    "comments.insist": _("A commenter insists after your answer"),
    "adoption.make_joint": _("A joint paper is before the members: say whether you adopt it"),
    "adoption.settle_adoption": _("The members have decided on a joint paper"),
    "adoption.file_opinion": _("An opposing opinion was filed"),
    "adoption.send_to_office": _("A paper waits for your review, with a date"),
    "adoption.sent": _("A paper was sent to the Envoy's office for review"),
    "adoption.give_note": _("The office gave a note on a paper"),
    "adoption.finish_notes": _("The office has given all its notes on a paper"),
    "adoption.propose_words": _("Words to be told of a review were proposed: agree, or propose others"),
    "adoption.say_no_reservations": _("The office has no reservations about a paper"),
    "adoption.let_date_pass": _("The date of a review passed without a word from the office"),
    "adoption.answer_note": _("A note of the office on a paper was answered"),
    "adoption.ask_release": _("Say whether a paper should be published"),
    "adoption.settle_release": _("The members have decided on the publication of a paper"),
    "press.write_summary": _("A summary for the press was written, or changed: read it, and approve it"),
    "press.offer_quotation": _("Words of yours would go to the press: clear them, or take them back"),
    "site.publish_paper": _("A paper was published"),
    "people.give_role": _("You were given a role in the room"),
    "people.take_role": _("A role in the room was taken from you"),
    "people.accept_invitation": _("Your account was made"),
}

ERRORS = declare_errors(
    {
        "notices.always_at_once": _("Invitations, reviews and what concerns your account always come at once."),
        "notices.no_such_choice": _("There is no such choice."),
    }
)

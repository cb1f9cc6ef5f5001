"""Pages of notices, of choices, and of the mails that did not leave."""

from supportroom.notices.views.choices import address_trusted, choices
from supportroom.notices.views.notices import follow, notice_list, notices_read
from supportroom.notices.views.outbox import mails_again, outbox_show

__all__ = ["address_trusted", "choices", "follow", "mails_again", "notice_list", "notices_read", "outbox_show"]

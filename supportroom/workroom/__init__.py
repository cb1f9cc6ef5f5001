"""Where a working group works together: discussion, tasks, meetings and their minutes.

Nouns: Thread (of the group, or about one source), Post (with a quote of another, mentions, attachments), Attachment,
Task (with a date and who has it), Meeting (times proposed and answered, then one is set; agenda, minutes), Slot (a
proposed time), SlotAnswer. Verbs: open_thread, write_post, amend_post, remove_post, add_task, finish_task,
propose_meeting, answer_slots, set_meeting, call_off_meeting, write_minutes. A meeting with all members (to discuss
comments) is `open_to_members`. Seen by the group's seats and the team; posts are neither public nor for other members.
"""

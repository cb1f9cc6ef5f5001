"""When somebody is in danger, and the few acts that nobody may do alone.

Nouns: ApprovalRequest (an act that one person asks for and another carries out), Standing (whether a person's account
is locked), Buddy (a member whom a member trusts to lock their account), Incident with its protocol. Verbs:
ask_approval, approve_request, refuse_request, withdraw_request; name_buddy, agree_to_buddy, end_buddy, lock_as_buddy;
close_account; report_incident, take_incident, close_incident. Apps above say in their `ready()` what an approval
carries out (`approving.requires_two`). The promises are S13, S47 and S48 of the protection plan.
"""

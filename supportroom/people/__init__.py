"""Who there is: persons, the accounts with which some of them sign in, and organisations.

Nouns: Person (somebody the room knows, with the room-wide roles held), Account (an e-mail address and a password; by
invitation only), Organisation, AccountInvitation (a single-use link, kept as a digest), Profile (what a member says of
themselves; all of it may stay empty), Competence (a field that profiles name). Verbs: add_person, amend_person,
give_role, take_role, invite_person, accept_invitation, set_language, set_profile, add_competence, amend_competence.
A person may have no account: participants typed in from a list are persons too. A person's name reaches a page only
through `protection.name_for`. Places and their names are `places`.
"""

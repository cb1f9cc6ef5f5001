"""Who is to be invited to a round: draft lists, open registration with published criteria, and the balance of both.

Nouns: Draft list (one a round, made when it is first used), Entry of it (Listing), Quota (a least share of women, a
region, an age ...; its reason says why a list stays below it and is published with the round), Registration (open to
every member, with criteria), Application. Verbs: add_listing, add_listings, import_listings, group_listings,
remove_listing, set_places, confirm_list, reopen_list; set_quotas, give_reason; open_registration, amend_registration,
apply, take_application_back; leave_list and come_back, which are everybody's own. `balance` tells how a list stands to
its quotas and what the pool could still give. How places are given is `ways`: by hand, by filter, from registrations;
a draw is a further way and has its place there.
"""

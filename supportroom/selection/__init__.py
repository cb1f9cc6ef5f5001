"""Who is to be invited to a round: draft lists, open registration with published criteria, and the balance of both.

Nouns: Draft list (one a round), Entry of it (Listing), Quota (a least share of women, a region, an age, ...), Quota reason
(why a list stays below one; published with the round), Registration (open to every member, with criteria), Application.
Verbs: add_listing, add_listings, group_listing, remove_listing, leave_list; set_quotas, give_reason; open_registration,
amend_registration, apply, take_application_back; confirm_list, reopen_list. Pure rules: `quotas` (how a list stands to each quota,
what the pool could still give, and the reasons). How places are given is `ways`: by hand, by filter, from registrations;
a draw is a further way and has its place there.
"""

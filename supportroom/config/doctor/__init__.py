"""`manage.py doctor`: looks at the living room, and says of each thing that is unsafe how to mend it.

The checks of Django and of ours (`config/checks.py`) read the settings; here it is read what is so in truth: what the
database answers, what lies on the disk and who may read it, when the periodic work last ran. Nouns: a finding, a look.
"""

"""The demo room: built through the apps' own actions, with invented people, and one-click sign-in for every persona.

Installed in demo and test mode alone; a deploy check refuses to start with it in production.
"""

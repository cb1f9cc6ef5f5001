"""The base of every page: templates, components, style sheets, responses, middleware, the style guide. No domain.

A page is a Jinja2 template that extends `web/base.html` and sets components from `ui/` one under the other. `posting`
takes a form to an action and back. `middleware` holds what every answer goes through.
"""

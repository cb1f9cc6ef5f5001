"""The tests: one folder an app, `architecture` for the house as a whole, `journeys` in a browser, `factories`."""

"""How the room is put together: settings, addresses, navigation, deploy checks, the entrances. The top floor."""

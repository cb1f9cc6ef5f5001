"""How the room is put together: settings, addresses, navigation, deploy checks, the server's entrance. The top floor."""

"""What keeps the application and its readers safe, whatever documents and other sites send."""

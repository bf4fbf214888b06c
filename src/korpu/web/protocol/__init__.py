"""What all of the HTTP API keeps to: its values, parameters, pages, ETags and errors."""

// In place of the search client, so that its hash stays the same here.

//! What the user is doing: document, actions, undo and jobs.

//! What a chart says and how its labels are laid out; drawn on paper here.

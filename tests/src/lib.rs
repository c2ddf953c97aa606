//! Helpers shared by the tests of Weighbridge.

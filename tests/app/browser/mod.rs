//! The product in a real Chromium: what people do with it, and what every page must be.
mod affiliations;
mod budgets;
mod duplicates;
mod examine;
mod forms;
mod keys;
mod kpis;
mod lists;
mod looks;
mod pages;
mod places;
mod play;
mod play_plain;
mod saved_views;
mod sessions;
mod states;
mod world;

//! The two manifests, derived from the one in `extension/manifest.json`.
//!
//! Leaves to the file everything that both browsers read; here is only what one of them refuses.

use std::fs;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value};

use crate::root::root;

/// A browser that we build for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chrome and its kin.
    Chrome,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chrome, Self::Firefox];

    /// The name of its folder under `dist/`.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Chrome => "chrome",
            Self::Firefox => "firefox",
        }
    }
}

/// The version of the whole project: the one in `Cargo.toml`, with which this program is built.
pub fn version() -> Result<String> {
    let text = fs::read_to_string(root().join("Cargo.toml"))?;
    text.lines()
        .find_map(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'))
        .map(str::to_owned)
        .context("Cargo.toml has no line `version = \"…\"`")
}

/// The manifest for that browser, as its text.
pub fn derive(browser: Browser) -> Result<String> {
    let path = root().join("extension/manifest.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let mut manifest: Map<String, Value> = serde_json::from_str(&text)
        .with_context(|| format!("{} is not a JSON object", path.display()))?;
    manifest.insert("version".into(), version()?.into());
    adapt(&mut manifest, browser);
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// Takes out what that browser refuses or warns about.
fn adapt(manifest: &mut Map<String, Value>, browser: Browser) {
    match browser {
        // Chrome calls Firefox's keys unknown, with a warning on its extensions page.
        Browser::Chrome => {
            manifest.shift_remove("browser_specific_settings");
            manifest.shift_remove("sidebar_action");
            if let Some(action) = manifest.get_mut("action").and_then(Value::as_object_mut) {
                action.shift_remove("default_area");
            }
        }
        Browser::Firefox => {
            manifest.shift_remove("minimum_chrome_version");
            manifest.shift_remove("side_panel");
            if let Some(permissions) = manifest.get_mut("permissions").and_then(Value::as_array_mut)
            {
                permissions.retain(|permission| permission != "sidePanel");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn derived(browser: Browser) -> Value {
        serde_json::from_str(&derive(browser).expect("a manifest")).expect("JSON")
    }

    #[test]
    fn each_browser_gets_only_the_keys_it_knows() {
        let chrome = derived(Browser::Chrome);
        assert!(chrome.get("sidebar_action").is_none());
        assert!(chrome["permissions"].as_array().expect("a list").contains(&"sidePanel".into()));
        let firefox = derived(Browser::Firefox);
        assert!(firefox.get("side_panel").is_none());
        assert!(!firefox["permissions"].as_array().expect("a list").contains(&"sidePanel".into()));
        assert!(firefox.get("sidebar_action").is_some());
    }

    #[test]
    fn the_version_is_the_package_version() {
        let version = version().expect("a version");
        assert_eq!(derived(Browser::Chrome)["version"], Value::from(version));
    }

    #[test]
    fn nothing_is_asked_for_beyond_what_the_reader_was_told() {
        for browser in Browser::ALL {
            let manifest = derived(browser);
            assert!(manifest.get("host_permissions").is_none());
            assert!(manifest.get("content_scripts").is_none());
            assert!(manifest.get("web_accessible_resources").is_none());
        }
    }
}

//! The extension asks for what `PRIVACY.md` says and for no more, and its sources have no means to
//! send, to run code made from text, or to make markup from the text of a page.
//!
//! Leaves out what a browser shows: the end-to-end tests watch the requests themselves.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn manifest() -> Value {
    serde_json::from_str(&read("extension/manifest.json")).expect("JSON")
}

fn strings(value: &Value) -> BTreeSet<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[test]
fn the_manifest_asks_for_these_permissions_alone() {
    let manifest = manifest();
    let asked = ["activeTab", "contextMenus", "scripting", "sidePanel", "storage"];
    assert_eq!(strings(&manifest["permissions"]), BTreeSet::from(asked));
    let sites = ["http://*/*", "https://*/*"];
    assert_eq!(strings(&manifest["optional_host_permissions"]), BTreeSet::from(sites));
    for absent in [
        "content_scripts",
        "externally_connectable",
        "host_permissions",
        "optional_permissions",
        "update_url",
        "web_accessible_resources",
    ] {
        assert!(manifest.get(absent).is_none(), "{absent} is not for us");
    }
}

#[test]
fn each_permission_is_justified_to_the_reader() {
    let privacy = read("PRIVACY.md");
    let rows: BTreeSet<&str> =
        privacy.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    assert_eq!(rows, strings(&manifest()["permissions"]));
}

#[test]
fn the_policy_names_no_other_origin() {
    let manifest = manifest();
    let policy = manifest["content_security_policy"]["extension_pages"].as_str().expect("a policy");
    let mut directives = BTreeSet::new();
    for directive in policy.split(';') {
        let mut words = directive.split_whitespace();
        let name = words.next().expect("a directive");
        directives.insert(name);
        for source in words {
            let allowed: &[&str] = match name {
                "script-src" => &["'self'", "'wasm-unsafe-eval'"],
                "img-src" => &["'self'", "data:", "blob:"],
                _ => &["'none'", "'self'"],
            };
            assert!(allowed.contains(&source), "{name} allows {source}");
        }
    }
    for needed in ["default-src", "script-src", "connect-src", "base-uri", "form-action"] {
        assert!(directives.contains(needed), "{needed} is missing");
    }
    assert!(policy.contains("default-src 'none'"));
}

/// What the sources may not say, and why.
const BARRED: [(&str, &str); 22] = [
    ("eval(", "runs text as code"),
    ("new Function", "runs text as code"),
    ("importScripts", "runs what a name says"),
    ("innerHTML", "makes markup from text"),
    ("outerHTML", "makes markup from text"),
    ("insertAdjacentHTML", "makes markup from text"),
    ("dangerouslySetInnerHTML", "makes markup from text"),
    ("document.write", "makes markup from text"),
    ("createContextualFragment", "makes markup from text"),
    ("setHTMLUnsafe", "makes markup from text"),
    ("srcdoc", "makes a page from text"),
    ("fetch(", "sends"),
    ("XMLHttpRequest", "sends"),
    ("WebSocket", "sends"),
    ("WebTransport", "sends"),
    ("EventSource", "sends"),
    ("RTCPeerConnection", "sends"),
    ("sendBeacon", "sends"),
    ("onMessageExternal", "listens to strangers"),
    ("onConnectExternal", "listens to strangers"),
    ("storage.sync", "leaves this computer"),
    ("setInterval", "runs for ever"),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "ts" || e == "tsx" || e == "html") {
            found.push(path);
        }
    }
}

#[test]
fn the_sources_hold_nothing_that_sends_or_runs_text() {
    let mut files = Vec::new();
    sources(&root().join("extension/src"), &mut files);
    assert!(files.len() > 20, "the sources are there");
    let mut broken = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source");
        for (number, line) in text.lines().enumerate() {
            let code = line.split("// ").next().unwrap_or_default().trim_start();
            if code.starts_with("//") || code.starts_with('*') {
                continue;
            }
            // A file of the package itself, which goes nowhere.
            let code = code.replace("fetch(api.runtime.getURL(", "");
            for (word, why) in BARRED {
                if code.contains(word) {
                    broken.push(format!("{}:{}: {word} {why}", file.display(), number + 1));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn pages_of_the_extension_load_their_own_files_alone() {
    let mut files = Vec::new();
    sources(&root().join("extension/src"), &mut files);
    files.retain(|file| file.extension().is_some_and(|e| e == "html"));
    assert!(!files.is_empty());
    for file in files {
        let text = fs::read_to_string(&file).expect("a page");
        for lead in ["src=\"", "href=\"", "url("] {
            for rest in text.split(lead).skip(1) {
                let address: String = rest.chars().take_while(|&c| c != '"' && c != ')').collect();
                let elsewhere = address.contains("//") || address.starts_with("data:");
                assert!(!elsewhere, "{} loads {address}", file.display());
            }
        }
        assert!(!text.contains(" on"), "{} has no handler in its markup", file.display());
    }
}

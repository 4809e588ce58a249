// Generated from src/lexicon/languages.rs; a test of the engine keeps it so. Do not edit.

/** Small words of English that no other large language writes alike. */
export const ENGLISH =
  "the of and to that for it with by from this but they which you are be been has his she their were would there what when who its about than into could them other these we our said says after more because how if some your out up should where those between under while through against";

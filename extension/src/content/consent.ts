// Notices about cookies and consent, by their words: longer than many an article, and never one.
// Leaves out where they stand.

/** Words of notices about cookies and consent; of such a notice every tenth word is one, of news about them few are. */
const CONSENT =
  /\b(?:cookies?|consent(?:s|ing)?|opt(?:ing)?[- ]?(?:out|in)|third[- ]part(?:y|ies)|browser|gdpr|ccpa|privacy|preferences|personal data|legitimate interest|vendors?|partners|trackers?|website)\b/gi;
const CONSENT_SHARE = 0.08;

/** Whether a text is a notice about cookies and consent, which is never an article. Looks at its first 3,000 units. */
export function isConsent(text: string): boolean {
  const looked = text.slice(0, 3000);
  if (!/\bcookies?\b|\bconsent\b/i.test(looked)) return false;
  const found = looked.match(CONSENT)?.length ?? 0;
  return found >= 3 && found >= looked.split(/\s+/).length * CONSENT_SHARE;
}

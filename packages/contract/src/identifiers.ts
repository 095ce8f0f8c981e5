/** Name of a site in paths and attributes: 2 to 63 lower-case letters, digits and hyphens. */
export const siteIdPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** HCP code of a place: region `02`, province `02.113`, commune `02.113.01.01`, arrondissement as listed by HCP. */
export const territoryCodePattern = /^\d{2}(?:\.\d{3}(?:\.\d{2}\.\d{1,2}(?:\.\d{1,2})?)?)?$/;

/** Clouds of the legacy ZPA sign-in (Zscaler help, ZPA API, base URLs). */
export const legacyClouds = ['PRODUCTION', 'ZPATWO', 'BETA', 'GOV', 'GOVUS', 'PREVIEW'] as const;
export type LegacyCloud = (typeof legacyClouds)[number];

/** Clouds of OneAPI (Zscaler help, OneAPI, base URLs). */
export const oneApiClouds = ['PRODUCTION', 'BETA', 'ALPHA', 'GOV', 'GOVUS'] as const;
export type OneApiCloud = (typeof oneApiClouds)[number];

/** The ways a file can travel; docs/carriers.md says what each promises. */
export const CARRIER_NAMES = ['background-fetch', 'browser-download'] as const;
export type CarrierName = (typeof CARRIER_NAMES)[number];

// What readers have before them: the widths and themes in which each view must hold.

/** A phone and a laptop, each by day and by night. */
export const SCREENS = [
  { name: 'phone, light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone, dark', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'laptop, light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'laptop, dark', width: 1280, height: 800, colorScheme: 'dark' },
] as const;

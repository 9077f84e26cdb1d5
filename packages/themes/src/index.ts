/** Names of the presets. */
export const presets = ['festive', 'carnival', 'fresh', 'minimal', 'contrast'] as const;

/** An activity of a company's own API that starts a second after the answer's time. */
export const NOW = Date.parse('2027-01-01T00:00:00Z');
export const ownActivity = (id: string, start = NOW + 1000) => ({
  id,
  version: 1,
  title: { 'zh-CN': '活动', en: 'Own' },
  zone: 'Asia/Shanghai',
  landing: 'https://host.example/',
  schedule: { start_at: new Date(start).toISOString(), end_at: new Date(start + 9e7).toISOString() },
  guests: 'view' as const,
  jitter_seconds: 1,
  live_seconds: 20,
  sessions: [],
  nodes: [],
  rules: [],
});

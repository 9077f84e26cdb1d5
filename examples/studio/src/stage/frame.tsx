// One widget in one state, in a page of its own: it has the width, the dialogs and the media that it asks for.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FrameSettings } from './frame-settings.js';

const FIRST_HEIGHT = 240;

export function Frame({ label, settings }: { label: string; settings: FrameSettings }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const current = useRef(settings);
  current.current = settings;
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const tell = () => frame.current?.contentWindow?.postMessage(current.current, location.origin);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source !== frame.current?.contentWindow) return;
      if (data === 'ready') tell();
      else if (typeof data === 'number') setHeight(data);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(tell, [settings]);
  return (
    <figure class="frame">
      <figcaption>{label}</figcaption>
      <iframe ref={frame} src="./frame.html" title={label} style={{ height: `${height}px` }} />
    </figure>
  );
}

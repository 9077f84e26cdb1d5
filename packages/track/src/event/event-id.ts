/**
 * Ids of a page's events: UUIDv7 with the running number as counter (RFC 9562, 6.2) and the page's random bits as
 * tail. Unique by page and number even when the device's clock jumps, cheap to make, and small once compressed.
 *
 * @param pid The page's own UUIDv7.
 */
export function createEventIds(pid: string): (time: number, seq: number) => string {
  const tail = pid.slice(24);
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  let at = -1;
  let head = '';
  return (time, seq) => {
    if (time !== at) {
      at = time;
      const digits = hex(time, 12);
      head = `${digits.slice(0, 8)}-${digits.slice(8)}-7`;
    }
    return `${head}${hex(seq & 0xfff, 3)}-${hex(0x8000 | ((seq >> 12) & 0x3fff), 4)}-${tail}`;
  };
}

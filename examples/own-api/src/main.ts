// Fanfare's elements on the club's API: a transport and whose session it is.
import '@fanfare/core/element';
import '@fanfare/countdown/element';
import '@fanfare/lottery/element';
import { clubTransport } from './adapter.js';

const provider = document.querySelector('fanfare-activity')!;
provider.transport = clubTransport(provider.getAttribute('activity')!);
// The club's page knows its member; here the session stands in the address.
const session = new URLSearchParams(location.search).get('session') ?? 'demo';
provider.token = async () => session;

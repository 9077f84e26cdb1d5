// A page of an integrator that uses tags only: nothing of these imports is used by name.
import '@fanfare/core/element';
import '@fanfare/countdown/element';
import '@fanfare/lottery/element';
import '@fanfare/poster/element';
import '@fanfare/invite/element';
import '@fanfare/checkin/element';

export const CONTROL_PATH = '/__simulator/';

/** Environment variable that gives the simulator as a process its token to be stopped by. */
export const STOP_TOKEN_VARIABLE = 'CERTOPS_SIMULATOR_STOP_TOKEN';

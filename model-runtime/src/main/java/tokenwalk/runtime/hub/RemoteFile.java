package tokenwalk.runtime.hub;

/** A file as the hub declares it. */
record RemoteFile(String name, long size, Checksum checksum) {}

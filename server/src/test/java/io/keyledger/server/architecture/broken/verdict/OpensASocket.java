package io.keyledger.server.architecture.broken.verdict;

import java.io.IOException;
import java.net.Socket;

public class OpensASocket {

    Socket open() throws IOException {
        return new Socket("localhost", 1);
    }
}

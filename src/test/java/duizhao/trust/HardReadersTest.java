package duizhao.trust;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.golden.SampleArchive;
import duizhao.serve.PreviewServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers of the preview who mean it harm, and those who come in crowds. */
class HardReadersTest {

  @TempDir private Path place;
  private PreviewServer server;

  @BeforeEach
  void serve() throws IOException {
    SampleArchive archive = SampleArchive.in(place);
    Files.writeString(place.resolve("secret.txt"), "a secret");
    server = PreviewServer.start(archive.request(), 0, System::nanoTime, built -> {});
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort()), 5_000);
    socket.setSoTimeout(60_000);
    return socket;
  }

  /** The first line of the answer; empty where there is none. */
  private String asked(String request) throws IOException {
    try (Socket socket = connect()) {
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        return ""; // hung up
      }
    }
  }

  private int status() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.address()).timeout(Duration.ofSeconds(60)).build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void onlyThisMachineIsAnswered() throws IOException {
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          try (Socket socket = new Socket()) {
            InetSocketAddress there = new InetSocketAddress(address, server.address().getPort());
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> socket.connect(there, 2_000))
                .as(address.toString())
                .isInstanceOf(IOException.class);
          }
        }
      }
    }
    assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
  }

  /** DNS rebinding: a page of another site whose name suddenly means this machine. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example#127.0.0.1",
        "127.0.0.1@evil.example",
        "2130706433",
        "0.0.0.0",
        "127.1",
        "[::ffff:127.0.0.1]",
        "LOCALHOST.",
        "",
      })
  void anotherNameOfThisMachineIsNone(String host) throws IOException {
    assertThat(asked("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/en/../../secret.txt",
        "/en/..%2f..%2fsecret.txt",
        "//secret.txt",
        "/./../secret.txt",
        "/%252e%252e/secret.txt",
        "/..%c0%afsecret.txt",
        "/..%ef%bc%8fsecret.txt",
        "/secret.txt%00.html",
        "/.duizhao/../../secret.txt",
        "/.duizhao/..%2f..%2fsecret.txt",
        "/media/x/..%2f..%2f..%2fsecret.txt",
        "/sources/../secret.txt",
        "file:///etc/passwd",
        "http://evil.example/",
        "*",
      })
  void noPathLeadsOutOfTheSite(String path) throws IOException {
    assertThat(asked("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .doesNotContain("a secret", "root:x:", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-,0-,0-\r\n\r\n",
        "GET /?%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "\r\n\r\n",
        "\0\1\2\3",
        "GET",
        "DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "PUT /index.html HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx",
        "CONNECT evil.example:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
      })
  void whatIsNoSoundRequestHarmsNobody(String request) throws Exception {
    assertThat(asked(request)).doesNotContain("\tat ");
    assertThat(status()).isEqualTo(200);
  }

  /** Headers without end are cut off, whatever they would take. */
  @Test
  void hugeHeadersAreCutOff() throws Exception {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      byte[] line = ("X-Header: " + "x".repeat(8_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      out.write("GET / HTTP/1.1\r\nHost: localhost\r\n".getBytes(StandardCharsets.US_ASCII));
      long sent = 0;
      try {
        while (sent < 64 << 20) {
          out.write(line);
          sent += line.length;
        }
      } catch (IOException e) {
        // hung up, as it should
      }
      assertThat(sent).isLessThan(64 << 20);
    }
    assertThat(status()).isEqualTo(200);
  }

  /** Two hundred who never finish their request, and two hundred who never read the answer. */
  @Test
  void slowReadersKeepNobodyWaiting() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int n = 0; n < 200; n++) {
        Socket unfinished = connect();
        slow.add(unfinished);
        unfinished.getOutputStream().write("GET / HTTP/1.1\r\nHo".getBytes(StandardCharsets.UTF_8));
        Socket unread = connect();
        slow.add(unread);
        unread
            .getOutputStream()
            .write(
                "GET /assets/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
      }
      assertThat(status()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertThat(status()).isEqualTo(200);
  }

  @Test
  void twoHundredAtOnceAreAnsweredEachWithItsPage() {
    HttpClient client = HttpClient.newHttpClient();
    List<String> paths =
        List.of("en/", "zh/", "en/reports/yinchuan-homes/", "data/reports.json", "search/index.js");
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int n = 0; n < 200; n++) {
      URI address = server.address().resolve(paths.get(n % paths.size()));
      answers.add(
          client
              .sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
              .thenApply(
                  answer -> {
                    try (InputStream in = answer.body()) {
                      return answer.statusCode() + " " + in.readAllBytes().length;
                    } catch (IOException e) {
                      return e.toString();
                    }
                  }));
    }
    List<String> found = answers.stream().map(CompletableFuture::join).distinct().sorted().toList();
    assertThat(found).hasSize(paths.size()).allMatch(answer -> answer.startsWith("200 "));
  }

  @Test
  void anArchiveIsNotShownInFramesOrReadAsWhatItIsNot() throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(server.address()).build(), BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValue("frame-ancestors 'none'");
  }
}

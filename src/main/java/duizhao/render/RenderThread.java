package duizhao.render;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread that fills templates, and counts how often they go round. FreeMarker asks at each turn
 * of a loop and at each call of a macro whether its thread is interrupted: this one says so when
 * the template has gone on for too long. What cannot be counted can be left behind, since no
 * program waits for such a thread to end.
 */
final class RenderThread extends Thread {

  /** Threads wait for the next page for ten seconds, and are gone. */
  private static final ExecutorService THREADS =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), RenderThread::new);

  private @Nullable Watch watch;

  private RenderThread(Runnable work) {
    super(work, "render");
    setDaemon(true);
  }

  static ExecutorService threads() {
    return THREADS;
  }

  /** Does work of this thread under a watch. */
  static <T> T under(Watch watch, Callable<T> work) throws Exception {
    RenderThread thread = (RenderThread) Thread.currentThread();
    thread.watch = watch;
    try {
      return work.call();
    } finally {
      thread.watch = null;
    }
  }

  @Override
  public boolean isInterrupted() {
    return watch != null ? watch.step() : super.isInterrupted();
  }

  /** Counts the steps of one page. Its fault has the place in the template that it came to. */
  static final class Watch {

    private final long mostSteps;
    private final boolean noting;
    private long steps;
    private volatile @Nullable TemplateException fault;

    /** Whoever waits no longer has this thread stop at its next step. */
    private volatile boolean stopped;

    /** The last place that was seen; only where places are noted. */
    private volatile @Nullable TemplateException place;

    /**
     * @param noting whether to note at each step where it is; it takes long
     */
    Watch(long mostSteps, boolean noting) {
      this.mostSteps = mostSteps;
      this.noting = noting;
    }

    private boolean step() {
      if (stopped || fault != null) {
        return true;
      }
      if (noting) {
        place = new TemplateException("", Environment.getCurrentEnvironment());
      }
      if (++steps > mostSteps) {
        fail("it goes round more than " + mostSteps + " times on one page");
        return true;
      }
      return false;
    }

    /** Notes a fault, and where in the template it is. */
    TemplateException fail(String message) {
      TemplateException made = new TemplateException(message, Environment.getCurrentEnvironment());
      fault = made;
      return made;
    }

    void stop() {
      stopped = true;
    }

    @Nullable TemplateException fault() {
      return fault;
    }

    @Nullable TemplateException place() {
      return place;
    }
  }
}

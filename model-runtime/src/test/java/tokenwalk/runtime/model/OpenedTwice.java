package tokenwalk.runtime.model;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** A program of its own that opens a model, lets it go and opens it again, and tells how much memory lies outside the heap. */
final class OpenedTwice {
    private OpenedTwice() {}

    /** @param arguments the model's file */
    public static void main(String[] arguments) {
        ModelLoader loader = new ModelLoader();
        for (int time = 0; time < 2; time++) {
            loader.open(Path.of(arguments[0]), (_, _) -> {});
            System.out.println(bytesOutsideTheHeap());
        }
    }

    private static long bytesOutsideTheHeap() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}

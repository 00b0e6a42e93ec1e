# Short names for those who have make; everything is done by ./setup.
all:
	@./setup build
test gates:
	@./setup $@
install: all
	@meson install -C build
clean:
	@rm -rf build build-test
.PHONY: all test gates install clean
